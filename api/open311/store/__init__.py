"""SQL of Open311: what its readers may see, what was posted, what was sent on."""
