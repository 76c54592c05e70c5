import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * VeraCheck FLAVOUR[,FLAVOUR] FILE...: one line of JSON for each file and flavour, all in one process.
 *
 * Exit: 0 all are compliant; 1 some are not; 2 a file could not be judged, or the arguments are wrong. The stock
 * command line takes one flavour a call, and skips a file that is not there without a word.
 */
public class VeraCheck {
    /** Failed checks that are kept with their place; more of them are counted alone. */
    private static final int KEPT = 100;

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset(); // the parser warns on standard error of what the rules judge anyway
        VeraGreenfieldFoundryProvider.initialise();
        var json = new ObjectMapper();
        int exit = arguments.length < 2 ? 2 : 0;
        for (int i = 1; i < arguments.length; i++) {
            for (String flavour : arguments[0].split(",")) {
                var verdict = new LinkedHashMap<String, Object>();
                verdict.put("file", arguments[i]);
                verdict.put("flavour", flavour);
                try {
                    verdict.put("failed", failed(new File(arguments[i]), flavour));
                    exit = Math.max(exit, ((List<?>) verdict.get("failed")).isEmpty() ? 0 : 1);
                } catch (Exception | StackOverflowError error) {
                    verdict.put("error", String.valueOf(error));
                    exit = 2;
                }
                System.out.println(json.writeValueAsString(verdict));
            }
        }
        System.exit(exit);
    }

    /** The rules that the file breaks: clause and number, how often, and the first place of each. */
    private static List<Object> failed(File file, String name) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
        if (flavour == PDFAFlavour.NO_FLAVOUR) {
            throw new IllegalArgumentException("unknown flavour " + name);
        }
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, KEPT, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            var failed = new ArrayList<Object>();
            for (Map.Entry<RuleId, Integer> each : result.getFailedChecks().entrySet()) {
                failed.add(described(each.getKey(), each.getValue(), result));
            }
            if (failed.isEmpty() != result.isCompliant() || result.getTotalAssertions() == 0) {
                throw new IllegalStateException("no verdict: " + result.getJobEndStatus().getValue());
            }
            return failed;
        }
    }

    private static Map<String, Object> described(RuleId rule, int count, ValidationResult result) {
        var described = new LinkedHashMap<String, Object>();
        described.put("rule", rule.getClause() + "-" + rule.getTestNumber());
        described.put("count", count);
        described.put("description", result.getValidationProfile().getRuleByRuleId(rule).getDescription());
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getRuleId().equals(rule)) {
                described.put("message", assertion.getErrorMessage());
                described.put("context", assertion.getLocation().getContext());
                break;
            }
        }
        return described;
    }
}
