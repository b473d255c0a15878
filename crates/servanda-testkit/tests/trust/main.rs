//! What the record promises, tried from outside the process: crashes at every
//! system call, failing disks, and verification by programs of others.

#[cfg(test)]
mod crash;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod foreign;
