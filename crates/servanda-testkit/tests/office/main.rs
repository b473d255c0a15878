//! What people see: a data set is loaded, a page is looked at. On the way out each office
//! verifies its journals and compares its register with a fresh rebuild.

mod canada_mexico;
mod changes;
mod loading;
mod pages;
mod wells;
