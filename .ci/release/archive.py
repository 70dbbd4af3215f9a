"""Archives whose bytes depend on what is in them, and on nothing of the machine that packs them."""

import gzip
import io
import os
import pathlib
import tarfile
from dataclasses import dataclass, field


@dataclass
class Tree:
    """Files, folders and links by their names below one folder, as they are going to be packed."""

    files: dict[str, tuple[bytes | pathlib.Path, int]] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    folders: dict[str, int] = field(default_factory=dict)

    def add(self, name, source, executable=None):
        """One file, of these bytes or of what is in that one. Executable is what its owner may execute."""
        if executable is None:
            executable = isinstance(source, pathlib.Path) and bool(source.stat().st_mode & 0o100)
        self.files[name] = (source, 0o755 if executable else 0o644)

    def add_folder(self, name, source, leave_out=()):
        """All that is in a folder, below this name; links stay links."""
        self.folders.setdefault(name, 0o755)
        for each in sorted(source.iterdir()):
            below = f"{name}/{each.name}"
            if below in leave_out:
                continue
            if each.is_symlink():
                self.links[below] = os.readlink(each)
            elif each.is_dir():
                self.add_folder(below, each, leave_out)
            else:
                self.add(below, each)

    def at(self, prefix):
        """The same below another folder."""
        return Tree({f"{prefix}/{name}": file for name, file in self.files.items()},
                    {f"{prefix}/{name}": target for name, target in self.links.items()},
                    {prefix: 0o755} | {f"{prefix}/{name}": mode for name, mode in self.folders.items()})

    def joined(self, other):
        return Tree(self.files | other.files, self.links | other.links, self.folders | other.folders)

    def _with_parents(self):
        folders = dict(self.folders)
        for name in [*self.files, *self.links, *self.folders]:
            for parent in pathlib.PurePosixPath(name).parents:
                if str(parent) != ".":
                    folders.setdefault(str(parent), 0o755)
        return folders

    def tar(self, out, moment, prefix=""):
        """Writes it as a tar of root's files, all of that moment, in the order of their names."""
        folders = self._with_parents()
        with tarfile.open(fileobj=out, mode="w", format=tarfile.GNU_FORMAT) as tar:
            for name in sorted({*self.files, *self.links, *folders}):
                entry = tarfile.TarInfo(prefix + name)
                entry.mtime = moment
                entry.uid = entry.gid = 0
                entry.uname = entry.gname = "root"
                if name in self.links:
                    entry.type, entry.linkname, entry.mode = tarfile.SYMTYPE, self.links[name], 0o777
                    tar.addfile(entry)
                elif name in folders:
                    entry.type, entry.mode = tarfile.DIRTYPE, folders[name]
                    tar.addfile(entry)
                else:
                    source, entry.mode = self.files[name]
                    content = source if isinstance(source, bytes) else source.read_bytes()
                    entry.size = len(content)
                    tar.addfile(entry, io.BytesIO(content))

    def tar_gz(self, out, moment, level, prefix=""):
        """The same, compressed: without the name and the time that gzip adds by itself."""
        with gzip.GzipFile("", "wb", level, out, 0) as packed:
            self.tar(packed, moment, prefix)
