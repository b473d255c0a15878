//! What tests need: runs whose every byte is known beforehand, disks that
//! fail. Never shipped.

pub mod drill;
pub mod faults;
