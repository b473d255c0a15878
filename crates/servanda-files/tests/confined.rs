//! What the process that reads a stranger's file cannot do any more. It stands alone in its file:
//! the test gives up the same for its own process.

#![cfg(test)]
#![cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]

use std::fs::File;
use std::io::ErrorKind;
use std::net::{TcpListener, TcpStream, UdpSocket};

use servanda_files::{Limits, confine};

#[test]
#[expect(clippy::disallowed_methods, reason = "the test tries to start a process and must not")]
fn a_confined_process_reaches_neither_network_nor_files_nor_more_memory() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    assert!(TcpStream::connect(address).is_ok());

    confine(&Limits::DEFAULT).unwrap();

    let refused = |outcome: std::io::Result<()>| {
        assert_eq!(outcome.unwrap_err().kind(), ErrorKind::PermissionDenied);
    };
    refused(TcpStream::connect(address).map(drop));
    refused(TcpListener::bind("127.0.0.1:0").map(drop));
    refused(UdpSocket::bind("127.0.0.1:0").map(drop));
    refused(File::open("/etc/hostname").map(drop));
    refused(File::create("servanda-confined").map(drop));
    refused(std::fs::remove_file("servanda-confined"));
    assert!(std::process::Command::new("/bin/true").status().is_err());
    let mut bytes: Vec<u8> = Vec::new();
    let limit = usize::try_from(Limits::DEFAULT.memory_bytes_max).unwrap();
    assert!(bytes.try_reserve(limit).is_err());
    assert!(bytes.try_reserve(limit / 16).is_ok());
}
