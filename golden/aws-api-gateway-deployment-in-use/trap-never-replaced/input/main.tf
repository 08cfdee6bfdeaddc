# Without triggers it stays as it is.
resource "aws_api_gateway_deployment" "kept" {
  rest_api_id = var.api_id
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id   = var.api_id
  deployment_id = aws_api_gateway_deployment.kept.id
  stage_name    = "live"
}

# No stage uses it.
resource "aws_api_gateway_deployment" "unused" {
  rest_api_id = var.api_id

  triggers = {
    redeployment = var.version_of_api
  }
}

output "deployment" {
  value = aws_api_gateway_deployment.unused.id
}

variable "api_id" {
  type = string
}

variable "version_of_api" {
  type = string
}
