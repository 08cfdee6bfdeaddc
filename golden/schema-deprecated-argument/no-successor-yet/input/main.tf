# In version 4 the domain can only be read.
resource "aws_eip" "nat" {
  vpc = true
}

resource "aws_cloudwatch_event_rule" "nightly" {
  schedule_expression = "rate(1 day)"
  is_enabled          = false
}
