package vn.reliefmap.need;

import java.util.UUID;
import vn.reliefmap.kernel.NeedId;

/** Says who is on the way to a home; answered by the room that knows claims. */
public interface Carriers {
    /** True while the account holds a claim with something outstanding on the line. */
    boolean carries(UUID account, NeedId need);
}
