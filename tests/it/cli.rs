//! The command line: words, files and exit codes.
