"""Writes the pickles beside this file with the real pickle and numpy: `python3 makePickles.py` (numpy any version, Python 3.8+).

Two pictures of CIFAR-10; byte k of picture i is (31 i + 7 k) mod 256. python2.pickle.bin holds text as Python 2 wrote it
(opcodes BINSTRING), which is what the official files are like.
"""

import io
import pickle
import struct
from pathlib import Path

import numpy

here = Path(__file__).parent
data = numpy.array([[(31 * i + 7 * k) % 256 for k in range(3072)] for i in range(2)], dtype=numpy.uint8)
batch = {b"batch_label": b"training batch 1 of 5", b"labels": [3, 9], b"data": data, b"filenames": [b"a.png", b"b.png"]}


class Python2Pickler(pickle._Pickler):
    dispatch = dict(pickle._Pickler.dispatch)

    def save_bytes(self, value):
        if len(value) < 256:
            self.write(pickle.SHORT_BINSTRING + bytes([len(value)]) + value)
        else:
            self.write(pickle.BINSTRING + struct.pack("<i", len(value)) + value)
        self.memoize(value)

    dispatch[bytes] = save_bytes


def python2(value):
    buffer = io.BytesIO()
    Python2Pickler(buffer, 2).dump(value)
    # Python 2's numpy lived in numpy.core.
    return buffer.getvalue().replace(b"numpy._core", b"numpy.core")


(here / "python2.pickle.bin").write_bytes(python2(batch))
(here / "protocol2.pickle.bin").write_bytes(pickle.dumps(batch, protocol=2))
(here / "protocol4.pickle.bin").write_bytes(pickle.dumps(batch, protocol=4))
(here / "meta.pickle.bin").write_bytes(python2({b"label_names": [f"class {i}".encode() for i in range(10)], b"num_vis": 3072}))
