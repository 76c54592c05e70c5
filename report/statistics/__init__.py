"""What can be said of numbers that rest on respondents: estimates, how certain they are, whether they differ.

    sums ──> proportions, scores ──> estimates ──> intervals
                              └────> comparisons ──> letters, many_tests
                                                     low_base ──> suppression            grim

Everything follows from three sums per answer and column (`sums`), so any engine that can group and add is exact, and
nothing here sees a respondent. Pure functions on floats, one statistic a module, each with the source of its formula;
docs/statistics.md tells them together. The standard library's `math` is enough: no numpy, no scipy.

Weights are the only design known: no strata, clusters or replicate weights. These change the variance and the degrees
of freedom of an estimate and nothing else, so they will join as other ways to an `Estimate`.
"""
