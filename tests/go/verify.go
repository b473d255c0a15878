// Verify checks published journals with the Go implementation of transparency
// logs, which shares no line with ours. It adapts paths, and nothing else.
//
//	verify VKEY DIR...    checks journals; names what is wrong, and exits with 1
//	verify VKEY -         reads questions from standard input, a line each, and
//	                      answers each with a line: "ok", or "bad" and why
//
// Questions are words with a space between them:
//
//	log DIR CHECKPOINT OVERLAY          a journal; files in OVERLAY, where it is
//	                                    not "-", come before those in DIR
//	inclusion INDEX SIZE LEAF ROOT PROOF
//	consistency OLDER OLDROOT NEWER NEWROOT PROOF
//
// Hashes are in base64; a proof is hashes with commas between them, or "-".
package main

import (
	"bufio"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// The height of a tile in the format.
const height = 8

// One published journal, as it is on disk.
type journal struct {
	dir     string
	overlay string
	tiles   map[tlog.Tile][]byte
}

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: verify VKEY DIR... or verify VKEY -")
		os.Exit(2)
	}
	verifier, err := note.NewVerifier(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "the key cannot be read:", err)
		os.Exit(2)
	}
	if os.Args[2] == "-" {
		answerAll(verifier)
		return
	}
	wrong := false
	for _, dir := range os.Args[2:] {
		tree, err := checkLog(verifier, dir, filepath.Join(dir, "checkpoint"), "-")
		if err != nil {
			fmt.Printf("%s: %v\n", dir, err)
			wrong = true
			continue
		}
		fmt.Printf("%s: %d entries verified\n", dir, tree.N)
	}
	if wrong {
		os.Exit(1)
	}
}

func answerAll(verifier note.Verifier) {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for in.Scan() {
		if err := answer(verifier, strings.Split(in.Text(), " ")); err != nil {
			fmt.Fprintln(out, "bad", strings.ReplaceAll(err.Error(), "\n", " "))
		} else {
			fmt.Fprintln(out, "ok")
		}
	}
}

func answer(verifier note.Verifier, words []string) error {
	switch {
	case words[0] == "log" && len(words) == 4:
		_, err := checkLog(verifier, words[1], words[2], words[3])
		return err
	case words[0] == "inclusion" && len(words) == 6:
		index, size, err := numbers(words[1], words[2])
		if err != nil {
			return err
		}
		hashes, err := parseHashes(words[3] + "," + words[4] + "," + words[5])
		if err != nil {
			return err
		}
		return tlog.CheckRecord(hashes[2:], size, hashes[1], index, hashes[0])
	case words[0] == "consistency" && len(words) == 6:
		older, newer, err := numbers(words[1], words[3])
		if err != nil {
			return err
		}
		hashes, err := parseHashes(words[2] + "," + words[4] + "," + words[5])
		if err != nil {
			return err
		}
		return tlog.CheckTree(hashes[2:], newer, hashes[1], older, hashes[0])
	}
	return errors.New("not a question")
}

// Checks the signature of a journal, its root, every tile, and every entry.
func checkLog(verifier note.Verifier, dir, checkpoint, overlay string) (tlog.Tree, error) {
	log := &journal{dir: dir, overlay: overlay, tiles: map[tlog.Tile][]byte{}}
	message, err := os.ReadFile(checkpoint)
	if err != nil {
		return tlog.Tree{}, err
	}
	tree, err := openCheckpoint(verifier, message)
	if err != nil {
		return tlog.Tree{}, err
	}
	if tree.N == 0 {
		return tree, nil
	}
	// Reading every leaf through this reader compares every tile with the
	// root.
	reader := tlog.TileHashReader(tree, log)
	indexes := make([]int64, tree.N)
	for n := range indexes {
		indexes[n] = tlog.StoredHashIndex(0, int64(n))
	}
	leaves, err := reader.ReadHashes(indexes)
	if err != nil {
		return tlog.Tree{}, err
	}
	if err := log.checkEntries(leaves); err != nil {
		return tlog.Tree{}, err
	}
	return tree, checkProofs(tree, leaves, reader)
}

func openCheckpoint(verifier note.Verifier, message []byte) (tlog.Tree, error) {
	opened, err := note.Open(message, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	for _, signature := range opened.Sigs {
		// The library takes any spelling of base64; the format has one.
		if _, err := base64.StdEncoding.Strict().DecodeString(signature.Base64); err != nil {
			return tlog.Tree{}, err
		}
	}
	// The library reads only the trees of one journal, by its first line.
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, errors.New("not a checkpoint of this journal")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return tlog.Tree{}, errors.New("the checkpoint has no size")
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return tlog.Tree{}, err
	}
	return tlog.Tree{N: size, Hash: root}, nil
}

// Compares the entries of every bundle with the leaves.
func (log *journal) checkEntries(leaves []tlog.Hash) error {
	for start := 0; start < len(leaves); start += 1 << height {
		width := len(leaves) - start
		if width > 1<<height {
			width = 1 << height
		}
		tile := tlog.Tile{H: height, L: -1, N: int64(start >> height), W: width}
		bundle, err := log.read(path(tile))
		if err != nil {
			return err
		}
		for n := start; n < start+width; n++ {
			if len(bundle) < 2 {
				return fmt.Errorf("%s ends before entry %d", path(tile), n)
			}
			length := int(bundle[0])<<8 | int(bundle[1])
			bundle = bundle[2:]
			if len(bundle) < length {
				return fmt.Errorf("%s ends inside entry %d", path(tile), n)
			}
			if tlog.RecordHash(bundle[:length]) != leaves[n] {
				return fmt.Errorf("entry %d does not have its leaf hash", n)
			}
			bundle = bundle[length:]
		}
		if len(bundle) != 0 {
			return fmt.Errorf("%s goes on after its last entry", path(tile))
		}
	}
	return nil
}

// Makes and checks proofs for a few entries and for the size before.
func checkProofs(tree tlog.Tree, leaves []tlog.Hash, reader tlog.HashReader) error {
	for _, n := range []int64{0, tree.N / 2, tree.N - 1} {
		proof, err := tlog.ProveRecord(tree.N, n, reader)
		if err != nil {
			return err
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, n, leaves[n]); err != nil {
			return err
		}
	}
	older := tree.N - 1
	if older == 0 {
		return nil
	}
	root, err := tlog.TreeHash(older, reader)
	if err != nil {
		return err
	}
	proof, err := tlog.ProveTree(tree.N, older, reader)
	if err != nil {
		return err
	}
	return tlog.CheckTree(proof, tree.N, tree.Hash, older, root)
}

// Height, ReadTiles and SaveTiles are what the library reads tiles through.

func (log *journal) Height() int { return height }

func (log *journal) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	all := make([][]byte, len(tiles))
	for i, tile := range tiles {
		data, ok := log.tiles[tile]
		if !ok {
			var err error
			if data, err = log.read(path(tile)); err != nil {
				return nil, err
			}
			log.tiles[tile] = data
		}
		all[i] = data
	}
	return all, nil
}

func (log *journal) SaveTiles([]tlog.Tile, [][]byte) {}

func (log *journal) read(path string) ([]byte, error) {
	if log.overlay != "-" {
		data, err := os.ReadFile(filepath.Join(log.overlay, path))
		if !errors.Is(err, os.ErrNotExist) {
			return data, err
		}
	}
	return os.ReadFile(filepath.Join(log.dir, path))
}

// The library writes tile/HEIGHT/LEVEL/…, and "data" for entries.
func path(tile tlog.Tile) string {
	short := strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", height))
	return "tile/" + strings.Replace(short, "data/", "entries/", 1)
}

func numbers(a, b string) (int64, int64, error) {
	first, err := strconv.ParseInt(a, 10, 64)
	if err != nil {
		return 0, 0, err
	}
	second, err := strconv.ParseInt(b, 10, 64)
	return first, second, err
}

func parseHashes(text string) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, word := range strings.Split(strings.TrimSuffix(text, ",-"), ",") {
		data, err := base64.StdEncoding.Strict().DecodeString(word)
		if err != nil {
			return nil, err
		}
		if len(data) != tlog.HashSize {
			return nil, errors.New("not a hash")
		}
		var hash tlog.Hash
		copy(hash[:], data)
		hashes = append(hashes, hash)
	}
	return hashes, nil
}
