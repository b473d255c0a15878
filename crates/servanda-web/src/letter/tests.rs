//! What strangers wrote begins no line of a header.

use super::on_one_line;

#[test]
fn a_name_stays_on_one_line() {
    let name = "Ana\r\nBcc: all@example.org\u{2028}x\u{85}y";
    assert_eq!(on_one_line(name), "Ana Bcc: all@example.org x y");
}
