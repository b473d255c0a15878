//! Blocks gathered and written down.

use super::*;
use crate::extract;

#[test]
fn blocks_become_one_text_with_their_places() {
    let mut gathering = Gathering::default();
    gathering.open(BlockKind::Heading { level: 1 }, 0, true, false);
    gathering.push(" A \n plan ", false);
    for item in ["one", "two"] {
        gathering.open(BlockKind::ListItem { introduction: None }, 1, true, false);
        gathering.push(item, false);
    }
    gathering.open(BlockKind::Paragraph, 0, true, false);
    gathering.push("  ", false);
    gathering.open(BlockKind::TableRow, 0, true, false);
    gathering.cell();
    gathering.push("x", false);
    gathering.cell();
    gathering.push("y", false);
    let laid = extract::lay_out(segments(gathering.finish()), &[]).unwrap();
    let (text, pieces) = (laid.text, laid.pieces);
    assert_eq!(text, "A plan\n\n- one\n- two\n\nx\ty");
    let bodies: Vec<&str> = pieces.iter().map(|p| text.get(p.body..p.end).unwrap()).collect();
    assert_eq!(bodies, ["A plan", "one", "two", "x\ty"]);
}
