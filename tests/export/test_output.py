import pytest

from pipeline.export.output import output


def test_a_file_appears_only_when_it_is_whole_and_keeps_its_permissions(tmp_path):
    place = tmp_path / "out.csv"
    place.write_bytes(b"before")
    place.chmod(0o600)
    with output(place) as stream:
        stream.write(b"after")
        assert place.read_bytes() == b"before"
    assert (place.read_bytes(), place.stat().st_mode & 0o777) == (b"after", 0o600)


def test_a_failure_leaves_what_was_there_and_no_draft(tmp_path):
    place = tmp_path / "out.csv"
    place.write_bytes(b"before")
    with pytest.raises(RuntimeError), output(place) as stream:
        stream.write(b"half")
        raise RuntimeError
    assert place.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [place]


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.csv").write_bytes(b"before")
    link = tmp_path / "link.csv"
    link.symlink_to(tmp_path / "real.csv")
    with output(link) as stream:
        stream.write(b"after")
    assert link.is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"after"
