terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
    # What is paged.
    pagerduty = {
      source  = "PagerDuty/pagerduty"
      version = "~> 3.0"
    }
    datadog = {
      source  = "DataDog/datadog"
      version = "~> 3.0"
    }
    cloudflare = {
      source = "cloudflare/cloudflare"
    }
  }
}

resource "datadog_monitor" "cpu" {
  name    = "CPU"
  type    = "metric alert"
  message = "CPU is high"
  query   = "avg(last_5m):avg:aws.ec2.cpuutilization{*} > 90"
}

data "pagerduty_user" "lead" {
  email = "lead@example.com"
}

provider "cloudflare" {}

resource "cloudflare_zone" "main" {
  account_id = var.account_id
  zone       = "example.com"
}

variable "account_id" {
  type = string
}
