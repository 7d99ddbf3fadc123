package cn.minqing.campaign;

import java.util.Map;
import java.util.Objects;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.graph.DirectedWeightedMultigraph;
import org.jspecify.annotations.Nullable;

/** A network from one source to one sink, and the cheapest way to send a given amount through it. */
final class FlowNetwork {
    static final int SOURCE = 0;
    static final int SINK = 1;
    /** More than anything that flows here. */
    static final int UNLIMITED = 100_000_000;

    private final DirectedWeightedMultigraph<Integer, Arc> graph = new DirectedWeightedMultigraph<>(null, null);
    private @Nullable Map<Arc, Double> flows;
    private int nodes;

    /** An arc that carries {@code least} to {@code most}, each at a cost. */
    static final class Arc {
        private final int least;
        private final int most;

        private Arc(int least, int most) {
            this.least = least;
            this.most = most;
        }
    }

    FlowNetwork() {
        node();
        node();
    }

    int node() {
        graph.addVertex(nodes);
        return nodes++;
    }

    Arc arc(int from, int to, int least, int most, double cost) {
        var arc = new Arc(least, most);
        graph.addEdge(from, to, arc);
        // the solver reads the price from the graph, whatever function it is given
        graph.setEdgeWeight(arc, cost);
        return arc;
    }

    /** Sends the amount; the arcs must leave a way for all of it. */
    void send(int amount) {
        var problem = new MinimumCostFlowProblemImpl<Integer, Arc>(
                graph, node -> node == SOURCE ? amount : node == SINK ? -amount : 0, arc -> arc.most, arc -> arc.least);
        flows = new CapacityScalingMinimumCostFlow<Integer, Arc>()
                .getMinimumCostFlow(problem)
                .getFlowMap();
    }

    int flow(Arc arc) {
        return (int)
                Math.round(Objects.requireNonNull(flows, "nothing was sent").getOrDefault(arc, 0.0));
    }
}
