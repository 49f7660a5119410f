"""Neural voices from an operator's folder, through sherpa-onnx in processes of their own."""
