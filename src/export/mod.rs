//! Findings out: Excel, CSV and JSON. Never computes a figure.
