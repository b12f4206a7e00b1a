//! The import wizard and the command line agree.
