package cn.minqing.journey;

import cn.minqing.campaign.CampaignView;
import cn.minqing.issue.IssueResult;
import cn.minqing.issue.IssueTasks;
import cn.minqing.issue.Issues;
import cn.minqing.issue.NewIssue;
import cn.minqing.issue.Route;
import cn.minqing.organization.Person;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What people raise in a journey, and the steps in which it is answered. */
record Matters(JourneyWorld world, Tools tools) {

    @Component
    record Tools(Issues issues, IssueTasks tasks) {}

    /** A matter of a household of their own, come up on a visit. */
    static NewIssue matter(
            CampaignView campaign, UUID household, String category, String title, String solvable, Route route) {
        return new NewIssue(
                campaign.id(),
                household,
                category,
                title,
                title + "，盼望早点有个说法。",
                false,
                solvable,
                route,
                "",
                route == Route.ON_THE_SPOT ? "当场办好。" : "");
    }

    UUID register(Person cadre, NewIssue issue) {
        return world.as(cadre, () -> tools.issues.register(issue));
    }

    void decide(Person person, UUID issue, String element, Consumer<UUID> command) {
        world.run(person, () -> command.accept(world.task(issue, element)));
    }

    void handle(Person cadre, UUID issue) {
        decide(
                cadre,
                issue,
                IssueTasks.HANDLE,
                item -> tools.tasks.handle(item, IssueResult.RESOLVED, "已经办好。", "办理单 1 号"));
    }

    void explain(Person cadre, UUID issue) {
        decide(
                cadre,
                issue,
                IssueTasks.EXPLAIN,
                item -> tools.tasks.explainPolicy(item, "IN_PERSON", "把政策条文逐条讲了，暂时不能办的原因也讲了。"));
    }

    /** The level takes it and settles it. */
    void settle(Person leader, UUID issue) {
        decide(leader, issue, IssueTasks.ACCEPT, tools.tasks::accept);
        decide(
                leader,
                issue,
                IssueTasks.HANDLE_AT_LEVEL,
                item -> tools.tasks.handleAtLevel(item, IssueResult.RESOLVED, "已经解决。", ""));
    }

    /** The level cannot do it, whether it has accepted yet or not. */
    void sendUp(Person leader, UUID issue) {
        var task = world.waiting(issue).contains(IssueTasks.ACCEPT) ? IssueTasks.ACCEPT : IssueTasks.HANDLE_AT_LEVEL;
        decide(leader, issue, task, item -> tools.tasks.sendUp(item, "本级没有这项权限。"));
    }

    void tell(Person cadre, UUID issue) {
        decide(cadre, issue, IssueTasks.TELL, item -> tools.tasks.tellHousehold(item, "IN_PERSON", "上门说了结果。"));
    }

    void ask(Person other, UUID issue, boolean satisfied) {
        decide(
                other,
                issue,
                IssueTasks.ASK,
                item -> tools.tasks.askSatisfaction(item, satisfied, satisfied ? "" : "还是老样子。", "HEAD"));
    }

    void close(Person leader, UUID issue) {
        decide(leader, issue, IssueTasks.CLOSE, item -> tools.tasks.close(item, "同意"));
    }

    /** Told, asked by somebody else, closed by a leader. */
    void concluded(Person cadre, Person clerk, Person leader, UUID issue) {
        if (world.waiting(issue).contains(IssueTasks.TELL)) {
            tell(cadre, issue);
        }
        ask(clerk, issue, true);
        close(leader, issue);
    }
}
