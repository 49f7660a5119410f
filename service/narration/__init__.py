"""Document to narration: order, omissions, announcements, spoken forms."""
