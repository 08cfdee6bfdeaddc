generate "topic" {
  path      = "topic.tf"
  if_exists = "overwrite"
  contents  = <<-EOT
    resource "aws_sns_topic" "alerts" {
      provider = aws.replica
    }
  EOT
}
