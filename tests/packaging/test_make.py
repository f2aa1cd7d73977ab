import importlib.util
from types import ModuleType

from tests.conftest import ROOT
from tests.rooms import files, imported

FOR_RECOGNITION = {"rapidocr", "onnxruntime", "cv2", "numpy", "PIL"}


def load_maker() -> ModuleType:
    """Return `packaging/make.py`: a library has the name of its folder."""
    spec = importlib.util.spec_from_file_location("maker", ROOT / "packaging" / "make.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_nothing_is_left_out_that_our_modules_import() -> None:
    left_out = set(load_maker().LEFT_OUT)
    needed = {
        ".".join(module[:length])
        for file in files()
        for module in imported(file)
        for length in range(1, len(module) + 1)
    }
    assert left_out & needed <= FOR_RECOGNITION < left_out
