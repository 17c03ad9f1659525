"""What officers report: progress, readings, proof, slips."""
