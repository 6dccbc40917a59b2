package vn.reliefmap.kernel;

/** Carries a {@link Problem} to whoever answers the caller: the HTTP layer or the command line. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code() + ": " + problem.en());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
