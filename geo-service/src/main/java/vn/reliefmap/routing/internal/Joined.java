package vn.reliefmap.routing.internal;

/** Union-find: things by number that are joined pair by pair. Not thread-safe. */
final class Joined {
    private final int[] parent;

    Joined(int size) {
        parent = new int[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
    }

    /** The smallest number of the group, so that the answer does not depend on the order of joining. */
    int group(int thing) {
        int root = thing;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    void join(int a, int b) {
        int x = group(a);
        int y = group(b);
        parent[Math.max(x, y)] = Math.min(x, y);
    }
}
