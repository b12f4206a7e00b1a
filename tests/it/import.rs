//! Every kind of file, good and bad.
