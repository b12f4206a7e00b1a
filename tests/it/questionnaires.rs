//! Our own questionnaires and the checker.
