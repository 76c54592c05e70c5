"""Which reference results of R are held against which statistic, and which are not and why."""

from tests.statistics import on_counts, on_masculinity, on_schools
from tests.statistics.held import Family

NO_DESIGN = "strata, clusters, finite populations: an issue of their own"
NOT_A_SIMPLE_SAMPLE = "the design effect against a simple sample is not told"
OTHER_INTERVALS = "Wilson's and the logit interval are the two offered"

FAMILIES = (
    Family(
        "estimates.json",
        "bases",
        r"apistrat_weights_only/bases",
        on_schools.bases,
    ),
    Family(
        "estimates.json",
        "shares",
        r"apistrat_weights_only/prop/.*",
        on_schools.shares,
        left_out={"deff, deff_replace": NOT_A_SIMPLE_SAMPLE},
    ),
    Family(
        "estimates.json",
        "totals",
        r"apistrat_weights_only/total/.*",
        on_schools.totals,
        left_out={"se, ci95_normal, ci95_t": "totals are told without an interval"},
    ),
    Family(
        "estimates.json",
        "means",
        r"apistrat_weights_only/mean/.*",
        on_schools.means,
        left_out={"deff": NOT_A_SIMPLE_SAMPLE},
    ),
    Family("estimates.json", "quantiles", r"apistrat_weights_only/quantile/.*", on_schools.quantiles),
    Family(
        "estimates.json",
        "intervals",
        r"apistrat_weights_only/ci/.*",
        on_schools.intervals,
        left_out={"likelihood, asin, beta": OTHER_INTERVALS},
    ),
    Family("estimates.json", "shares in columns", r"apistrat_weights_only/by/(?!api00).*", on_schools.columns),
    Family("estimates.json", "means in columns", r"apistrat_weights_only/by/api00.*", on_schools.means_of_columns),
    Family("estimates.json", "ratios", r"apistrat_weights_only/ratio/.*", why="ratios of two numbers are not told"),
    Family("estimates.json", "other designs", r"(?!apistrat_weights_only/).*", why=NO_DESIGN),
    Family(
        "tests.json",
        "tests of tables",
        r"apistrat_weights_only/svychisq/.*",
        on_schools.tables,
        left_out={"Chisq, Wald, adjWald, saddlepoint": "the second-order F is the one offered"},
    ),
    Family("tests.json", "pairs of columns", r"apistrat_weights_only/pairwise/.*", on_schools.pairs),
    Family("tests.json", "two means", r"apistrat_weights_only/svyttest/.*", on_schools.two_means),
    Family("tests.json", "group against rest and all", r"apistrat_weights_only/overlap/.*", on_schools.groups),
    Family("tests.json", "waves", r"waves/independent/.*", on_counts.waves),
    Family("tests.json", "panel", r"apistrat_weights_only/panel/.*", why="the same people asked twice: not offered"),
    Family("tests.json", "other designs", r"(?!apistrat_weights_only/|waves/).*", why=NO_DESIGN),
    Family("masculinity.json", "bases", r"masculinity/bases", on_masculinity.bases),
    Family(
        "masculinity.json",
        "tables",
        r"masculinity/table/.*",
        on_masculinity.table,
        left_out={"beta": OTHER_INTERVALS, "se_kish": "the linearised standard error is the one used"},
    ),
    Family("masculinity.json", "pairs of columns", r"masculinity/pairs/.*", on_masculinity.pairs),
    Family(
        "masculinity.json",
        "multiple choice",
        r"masculinity/multi/.*",
        on_masculinity.multiple,
        left_out={
            "percent_of_responses, response_share_se, mentions_per_case": "shares are of respondents, not of mentions"
        },
    ),
    Family("masculinity.json", "tests of tables", r"masculinity/svychisq/.*", on_masculinity.tables),
    Family("masculinity.json", "balance", r"masculinity/netscore/.*", on_masculinity.balanced),
    Family("masculinity.json", "raking", r"masculinity/rake", why="weights are taken as given"),
    Family("nps.json", "net promoter score", r"apistrat_weights_only/.*", on_schools.net_promoter_score),
    Family("nps.json", "other designs", r"(?!apistrat_weights_only/).*", why=NO_DESIGN),
    Family(
        "formulas.json",
        "intervals of counts",
        r"binomial/.*",
        on_counts.binomial,
        left_out={"clopper_pearson, agresti_coull, jeffreys, wald": OTHER_INTERVALS},
    ),
    Family(
        "formulas.json",
        "two counts",
        r"two_proportions/.*",
        on_counts.two_proportions,
        left_out={"fisher_p, prop_test_yates_p": "the pooled z is the one offered"},
    ),
    Family(
        "formulas.json",
        "rounding",
        r"rounding/.*",
        on_counts.rounding,
        left_out={"largest_remainder, largest_remainder_sum": "rounding is half up everywhere"},
    ),
    Family(
        "formulas.json",
        "many tests",
        r"p_adjust/.*",
        on_counts.many_tests,
        left_out={"sidak": "Bonferroni's, which assumes no independence, is the one offered"},
    ),
    Family("nhanes.json", "all", r".*", why=NO_DESIGN),
    Family("replicates.json", "all", r".*", why="replicate weights: an issue of their own"),
    Family("weighting.json", "all", r".*", why="weights are taken as given"),
)
