const { S3 } = require("aws-sdk");
