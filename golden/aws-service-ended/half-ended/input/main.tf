resource "aws_pinpoint_app" "main" {
  name = "main"
}

resource "aws_kinesisanalyticsv2_application" "clicks" {
  name                   = "clicks"
  runtime_environment    = "FLINK-1_20"
  service_execution_role = "arn:aws:iam::123456789012:role/flink"
}

resource "aws_timestreamwrite_database" "main" {
  database_name = "main"
}
