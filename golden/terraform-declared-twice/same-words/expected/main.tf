locals {
  name = "queue-${var.region}"
}
