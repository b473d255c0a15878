//! Identifiers and the numbers they are made from.

use super::RecordId;

#[test]
fn the_number_of_an_identifier_makes_it_again() {
    for bits in [0, 1, 31, 32, 0x3_ffff_ffff_ffff, 0x1_2345_6789_abcd] {
        let id = RecordId::from_bits(bits);
        assert_eq!(id.bits(), bits, "{id}");
    }
}
