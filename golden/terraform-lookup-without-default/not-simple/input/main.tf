locals {
  arguments = [var.sizes, "web"]
  expanded  = lookup(local.arguments...)
  object    = lookup({ web = "t3.micro" }, "web")
  commented = lookup(var.sizes /* by name */, "web")
  listed    = lookup(aws_instance.web[*].tags, "Name")
}
