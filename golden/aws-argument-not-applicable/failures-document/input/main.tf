resource "aws_route53_health_check" "prod_health_check" {
  insufficient_data_health_status = "Failure" # Invalid for basic health checks
}
