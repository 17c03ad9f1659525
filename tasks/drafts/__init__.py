"""Plans before they count and as they begin to: corrected, paired, accepted, thrown away."""
