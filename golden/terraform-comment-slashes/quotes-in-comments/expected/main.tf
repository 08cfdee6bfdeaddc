resource "aws_sns_topic" "alerts" { # the "main" one
  name = "alerts"                   # not "cost"
}

locals {                          # "names"
  names = ["a", /* // one */ "b"] # two
}
