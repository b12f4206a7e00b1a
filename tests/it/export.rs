//! Workbooks and JSON: snapshots, re-reading, identical bytes.
