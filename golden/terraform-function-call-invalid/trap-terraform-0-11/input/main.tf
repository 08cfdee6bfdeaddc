terraform {
  required_version = "~> 0.11.14"
}

locals {
  zones = "${list("a", "b")}"
  old   = "${nonsense("a")}"
}
