name = "${var.prefix}-web"

tags {
  team = "web"
}
