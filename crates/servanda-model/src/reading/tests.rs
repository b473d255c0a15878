//! Places of findings as they are written.

use super::{FindingKind, FindingPlace};

#[test]
fn a_place_is_written_in_one_way_only() {
    let place = FindingPlace { start: 120, end: 188, kind: FindingKind::Undertaking };
    assert_eq!(place.to_string(), "undertaking:120-188");
    assert_eq!(FindingPlace::parse("undertaking:120-188"), Ok(place));
    for odd in [
        "undertaking:0120-188",
        "undertaking:+120-188",
        "undertaking:188-120",
        "undertaking:188-188",
        "undertaking:120",
        "wish:120-188",
        "",
    ] {
        assert!(FindingPlace::parse(odd).is_err(), "{odd}");
    }
}
