terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

resource "aws_api_gateway_deployment" "main" {
  rest_api_id = "a1b2c3d4e5"
}

output "url" {
  value = aws_api_gateway_deployment.main.invoke_url
}
