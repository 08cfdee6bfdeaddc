# Ours.
resource "aws_sns_topic" "all" {
  name_prefix = "all-"
}
