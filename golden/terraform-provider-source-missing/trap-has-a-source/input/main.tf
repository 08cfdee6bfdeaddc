terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
    datadog = {
      version = "~> 3.0"
    }
    dns = {
      source = "example.com/example/dns"
    }
    terraform = {
      version = "1.0"
    }
  }
}
