# "${var.name}" in a comment
name = "$${var.name} and %%{if}"
