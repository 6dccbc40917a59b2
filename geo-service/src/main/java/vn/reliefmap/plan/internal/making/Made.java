package vn.reliefmap.plan.internal.making;

import vn.reliefmap.plan.ReliefPlan;

/** A plan and what it was made from. */
public record Made(ReliefPlan plan, PlanBasis basis) {}
