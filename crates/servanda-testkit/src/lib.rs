//! What tests need: a whole office in a temporary folder, runs whose every byte is known
//! beforehand, disks that fail. Never shipped.

pub mod device;
pub mod drill;
pub mod faults;
pub mod office;
pub mod page;
pub mod reader;

pub use office::TestOffice;
pub use reader::Reader;
