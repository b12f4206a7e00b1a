//! From a data set to findings: reference values, verdicts, the published-or-hidden rule.
