//! From a `Dataset` to findings: pure, no files, no words for users.
