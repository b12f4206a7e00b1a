//! x
pub fn to_csv(){}
