output "region" {
  value = data.aws_region.current.region
}
