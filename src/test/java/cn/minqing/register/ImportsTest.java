package cn.minqing.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import cn.minqing.household.HouseholdFilter;
import cn.minqing.household.Households;
import cn.minqing.organization.Areas;
import cn.minqing.organization.People;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class ImportsTest {
    private static final List<String> HEADINGS =
            List.of("组代码", "户号", "户主", "联系电话", "姓名", "与户主关系", "性别", "出生日期", "身份证号", "是否外出务工", "类别", "认定日期", "截止日期");

    @Autowired
    SmallWorlds worlds;

    @Autowired
    Imports imports;

    @Autowired
    ImportFiles files;

    @Autowired
    Households households;

    @Autowired
    Areas areas;

    @Autowired
    People people;

    @Autowired
    AppClock clock;

    @Autowired
    JdbcClient jdbc;

    private SmallWorld world;
    private String group;

    @BeforeEach
    void world() {
        world = worlds.create();
        group = world.groups().getFirst().code();
    }

    private ImportRun read(Person who, ImportKind kind, Path file) {
        return world.as(who, () -> imports.read(Ids.next(), kind, "名册.xlsx", file));
    }

    private ImportRun accept(Person who, ImportRun run) {
        return world.as(who, () -> {
            var now = imports.accept(run.id(), "First-2013");
            while (now.state() == ImportRun.State.READY) {
                now = imports.accept(run.id(), "First-2013");
            }
            return now;
        });
    }

    private List<ImportItem> faulty(Person who, ImportRun run) {
        return world.as(who, () -> imports.items(run.id(), ImportStatus.FAULTY, -1, 100));
    }

    private static List<String> codes(List<ImportItem> items) {
        return items.stream()
                .flatMap(item -> item.faults().stream())
                .map(ImportItem.Fault::code)
                .toList();
    }

    private Path households(List<List<String>> rows) {
        var all = new ArrayList<List<String>>();
        all.add(List.of("住户花名册", "", ""));
        all.add(HEADINGS);
        all.addAll(rows);
        return ListFiles.xlsx(all);
    }

    private int inRegister(String number) {
        return jdbc.sql("select count(*) from household where village_code = ? and number = ?")
                .params(world.village().code(), number)
                .query(Integer.class)
                .single();
    }

    @Test
    @DisplayName("先核对后写入；一户几行合并单元格、全角数字、合计行都认得")
    void households_are_written_only_when_accepted() {
        var file = households(List.of(
                List.of(
                        group,
                        "１０１",
                        "张秋生",
                        "0914-1234567",
                        "张秋生",
                        "户主",
                        "男",
                        "1965年3月",
                        "",
                        "否",
                        "困难家庭",
                        "2013.1.5",
                        ""),
                List.of("", "", "", "", "李桂芳", "妻子", "女", "1968", "110105196801010023", "是", "", "", ""),
                List.of(group, "102", "王大有", "", "", "", "", "", "", "", "", "", ""),
                List.of("合计", "2户", "", "", "", "", "", "", "", "", "", "", "")));

        var run = read(world.administrator(), ImportKind.HOUSEHOLDS, file);

        assertThat(codes(faulty(world.administrator(), run))).isEmpty();
        assertThat(run).returns(2, ImportRun::added).returns(0, ImportRun::changed);
        assertThat(inRegister("101")).isZero();

        var done = accept(world.administrator(), run);

        assertThat(done).returns(ImportRun.State.DONE, ImportRun::state).returns(2, ImportRun::written);
        var found = world.as(
                world.villageLeader(),
                () -> households.page(new HouseholdFilter(group, "101", "poor-household", false), null, 10));
        assertThat(found.items()).singleElement().satisfies(one -> {
            var view = world.as(world.villageLeader(), () -> households.view(one.id()));
            assertThat(view.members()).hasSize(2);
            assertThat(view.members().get(1).worksAway()).isTrue();
        });
        assertThat(jdbc.sql("select count(*) from import_item where run_id = ?")
                        .param(run.id())
                        .query(Integer.class)
                        .single())
                .as("nothing of the people is kept beside the register")
                .isZero();
        assertThat(accept(world.administrator(), run).written())
                .as("accepting again does nothing")
                .isEqualTo(2);
    }

    @Test
    @DisplayName("再次导入只更新有变化的，空着的不抹掉，更正留下原来的")
    void importing_again_updates() {
        var first = List.of(
                List.of(
                        group,
                        "101",
                        "张秋生",
                        "0914-1234567",
                        "张秋生",
                        "户主",
                        "男",
                        "1965",
                        "",
                        "否",
                        "困难家庭",
                        "2013-01-05",
                        ""),
                List.of(group, "102", "王大有", "", "王大有", "户主", "男", "1950", "", "", "", "", ""));
        accept(world.administrator(), read(world.administrator(), ImportKind.HOUSEHOLDS, households(first)));

        var same = read(world.administrator(), ImportKind.HOUSEHOLDS, households(first));
        assertThat(same).returns(2, ImportRun::same).returns(0, ImportRun::toWrite);

        var run = read(
                world.administrator(),
                ImportKind.HOUSEHOLDS,
                households(List.of(
                        List.of(group, "101", "张秋生", "", "张秋生", "", "", "1966", "", "", "困难家庭", "", "2099-12-31"),
                        List.of(group, "102", "王大有", "", "", "", "", "", "", "", "", "", ""))));
        assertThat(run).returns(1, ImportRun::changed).returns(1, ImportRun::same);
        assertThat(world.as(world.administrator(), () -> imports.items(run.id(), ImportStatus.CHANGED, -1, 10)))
                .singleElement()
                .satisfies(
                        item -> assertThat(item.changes()).containsExactlyInAnyOrder("membersCorrected", "categories"));
        accept(world.administrator(), run);

        var rows = jdbc.sql("""
                select m.birth_year, m.sex, m.ended_at is null as current, h.phone from household h
                join household_member m on m.household_id = h.id
                where h.village_code = ? and h.number = '101' order by m.id
                """).param(world.village().code()).query().listOfRows();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).containsEntry("birth_year", 1965).containsEntry("current", false);
        assertThat(rows.get(1))
                .containsEntry("birth_year", 1966)
                .containsEntry("sex", "MALE")
                .containsEntry("phone", "0914-1234567");
        var categories = jdbc.sql("""
                select v.withdrawn_at is null as valid, v.from_date::text, v.ends_on::text from household h
                join household_vulnerability v on v.household_id = h.id
                where h.village_code = ? and h.number = '101' order by v.id
                """).param(world.village().code()).query().listOfRows();
        assertThat(categories).hasSize(2);
        assertThat(categories.get(0)).containsEntry("valid", false);
        assertThat(categories.get(1))
                .containsEntry("valid", true)
                .containsEntry("from_date", "2013-01-05")
                .containsEntry("ends_on", "2100-01-01");
    }

    @Test
    @DisplayName("有错误的行不写入，逐格说明，下载的表里有批注，改好再传")
    void faulty_rows_come_back_with_comments() throws Exception {
        var file = households(List.of(
                List.of(group, "101", "张秋生", "123", "张秋生", "户主", "男", "1965", "110105196501010011", "", "", "", ""),
                List.of(group, "102", "王大有", "", "王大有", "结拜兄弟", "男", "去年", "", "也许", "不存在的类别", "2099-01-01", ""),
                List.of(group, "103", "=A1", "", "", "", "", "", "", "", "", "", ""),
                List.of("990000000000", "104", "赵四", "", "", "", "", "", "", "", "", "", ""),
                List.of(group, "105", "钱五", "", "", "", "", "", "", "", "", "", ""),
                List.of(group, "106", "孙六", "", "", "", "", "", "", "", "", "", ""),
                List.of(group, "105", "钱五", "", "", "", "", "", "", "", "", "", "")));

        var run = read(world.administrator(), ImportKind.HOUSEHOLDS, file);

        assertThat(run).returns(2, ImportRun::added).returns(5, ImportRun::faulty);
        assertThat(codes(faulty(world.administrator(), run)))
                .containsExactlyInAnyOrder(
                        "household.phone",
                        "household.member.idNumber",
                        "import.unknownWord",
                        "import.date",
                        "import.unknownWord",
                        "import.category.future",
                        "import.category.unknown",
                        "import.formula",
                        "household.headName",
                        "import.noVillage",
                        "import.twice");
        accept(world.administrator(), run);
        assertThat(inRegister("101") + inRegister("102") + inRegister("103")).isZero();
        assertThat(inRegister("105")).isEqualTo(1);

        var out = new ByteArrayOutputStream();
        world.as(world.administrator(), () -> {
            files.faults(run.id(), "有错误", out, message -> message.code());
            return true;
        });
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()));
                var rows = workbook.getFirstSheet().openStream()) {
            assertThat(rows.map(row -> row.getCellText(1)).toList())
                    .containsExactly("户号", "101", "102", "103", "104", "105");
        }
        assertThat(part(out.toByteArray(), "xl/comments1.xml"))
                .contains("household.phone")
                .contains("import.twice");
    }

    private static String part(byte[] file, String name) throws Exception {
        try (var zip = new ZipFile(ListFiles.bytes(file).toFile());
                var in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @Test
    @DisplayName("区划、单位、干部依次导入，角色到位，新账号能登录")
    void areas_units_and_cadres() {
        var county = world.county().code();
        var town = county + "102";
        accept(
                world.administrator(),
                read(
                        world.administrator(),
                        ImportKind.AREAS,
                        ListFiles.text(
                                "行政区划代码,区划名称,城乡\n%s000000,新镇,\n%s201000,新社区,社区\n%s201001,１组,\n999,错,\n"
                                        .formatted(town, town, town),
                                "GBK")));
        assertThat(areas.byCode(town + "201001")).hasValueSatisfying(area -> {
            assertThat(area.urban()).isTrue();
            assertThat(area.name()).isEqualTo("1组");
        });
        assertThat(areas.byCode("999")).isEmpty();

        var name = "新镇政府" + county;
        var units = read(
                world.administrator(),
                ImportKind.UNITS,
                ListFiles.text("单位名称,上级单位,所在区划代码\n%s,,%s\n党政办,%s,\n".formatted(name, town, name), "UTF-8"));
        assertThat(units).returns(2, ImportRun::added);
        accept(world.administrator(), units);

        var account = "new" + county;
        var cadres = read(
                world.administrator(),
                ImportKind.CADRES,
                ListFiles.xlsx(List.of(
                        List.of("账号", "姓名", "单位", "科室", "职级", "角色"),
                        List.of(account, "周镇长", name, "", "town-principal", "乡镇领导、干部"),
                        List.of(account + "b", "吴干事", name, "党政办", "", ""),
                        List.of(account + "c", "郑某", "没有的单位", "", "", "皇帝"))));
        assertThat(cadres).returns(2, ImportRun::added).returns(1, ImportRun::faulty);
        world.run(
                world.administrator(),
                () -> assertThatThrownBy(() -> imports.accept(cadres.id(), "short"))
                        .isInstanceOfSatisfying(
                                UserError.class,
                                error -> assertThat(error.fields()).containsKey("password")));
        accept(world.administrator(), cadres);
        var actor = people.actor(account);
        assertThat(actor.has(Role.TOWN_LEADER, areas.byCode(town).orElseThrow().id()))
                .isTrue();
        assertThat(actor.has(Role.CADRE)).isTrue();
        assertThat(people.actor(account + "b").has(Role.CADRE)).isTrue();
    }

    @Test
    @DisplayName("只有管理员和本区划的办公室能导；办公室出不了自己的区划，也授不了上级的角色")
    void rights() {
        var file = households(List.of(List.of(group, "101", "张秋生", "", "", "", "", "", "", "", "", "", "")));
        for (var nobody : List.of(world.cadres().getFirst(), world.villageLeader(), world.inspector())) {
            assertThatThrownBy(() -> read(nobody, ImportKind.HOUSEHOLDS, file)).hasMessageContaining("forbidden");
        }
        var elsewhere = worlds.create();
        var outside =
                elsewhere.as(elsewhere.clerk(), () -> imports.read(Ids.next(), ImportKind.HOUSEHOLDS, "名册.xlsx", file));
        assertThat(outside).returns(1, ImportRun::faulty);
        var run = read(world.clerk(), ImportKind.HOUSEHOLDS, file);
        assertThatThrownBy(() -> elsewhere.as(elsewhere.clerk(), () -> imports.accept(run.id(), "")))
                .hasMessageContaining("forbidden");
        assertThat(accept(world.clerk(), run).written()).isEqualTo(1);

        var cadres = read(
                world.clerk(),
                ImportKind.CADRES,
                ListFiles.xlsx(List.of(
                        List.of("账号", "姓名", "单位", "角色"),
                        List.of(
                                "x" + world.county().code(),
                                "某某",
                                world.office().name(),
                                "管理员"))));
        assertThat(codes(faulty(world.clerk(), cadres))).containsExactly("import.cadre.roleDenied");
    }

    @Test
    @DisplayName("同一次上传重复提交只有一次；放弃后什么也没有写")
    void one_upload_is_one_run() {
        var key = Ids.next();
        var file = households(List.of(List.of(group, "101", "张秋生", "", "", "", "", "", "", "", "", "", "")));
        var first = world.as(world.administrator(), () -> imports.read(key, ImportKind.HOUSEHOLDS, "一.xlsx", file));
        var second = world.as(world.administrator(), () -> imports.read(key, ImportKind.HOUSEHOLDS, "一.xlsx", file));
        assertThat(second).isEqualTo(first);

        world.run(world.administrator(), () -> imports.discard(key));
        assertThatThrownBy(() -> accept(world.administrator(), first)).hasMessageContaining("import.notReady");
        assertThat(inRegister("101")).isZero();
    }

    @Test
    @DisplayName("下载的表样能直接再上传")
    void the_sheet_to_download_is_understood() {
        for (var kind : ImportKind.values()) {
            var file = ListFiles.write(".xlsx", out -> files.template(kind, "表样", out));
            var lines = new ArrayList<Line>();
            FileReader.read(file, lines::add);

            assertThat(Header.find(kind, lines).columns())
                    .hasSize(Words.get().columns().get(kind).size());
        }
    }

    @Test
    @DisplayName("几千户也成批写入，中断后接着写")
    void many_households_go_on_after_an_interruption() {
        var rows = new ArrayList<List<String>>();
        for (var i = 0; i < 2500; i++) {
            rows.add(List.of(group, "N" + i, "户主" + i, "", "户主" + i, "户主", "男", "1970", "", "", "", "", ""));
        }
        var run = read(world.administrator(), ImportKind.HOUSEHOLDS, households(rows));

        var half = world.as(world.administrator(), () -> imports.accept(run.id(), ""));
        assertThat(half).returns(ImportRun.State.READY, ImportRun::state).returns(2000, ImportRun::written);

        assertThat(accept(world.administrator(), run)).returns(2500, ImportRun::written);
        assertThat(jdbc.sql("select count(*) from household where group_code = ? and number like 'N%'")
                        .param(group)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2500);
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'household.added' and subject_id in "
                                + "(select id from household where group_code = ? and number like 'N%')")
                        .param(group)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2500);
    }
}
